-- Biographies and credits were plain text and are HTML from now on.
update users
set biography = replace(replace(replace(biography, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
where biography like '%&%' or biography like '%<%' or biography like '%>%';
update media
set credit = replace(replace(replace(credit, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
where credit like '%&%' or credit like '%<%' or credit like '%>%';
