alter table site_settings add column admin_email varchar(400);
alter table site_settings add column permalink_structure varchar(200)
    default '/%year%/%monthnum%/%day%/%postname%/' not null;
alter table site_settings add column category_base varchar(100) default 'category' not null;
alter table site_settings add column tag_base varchar(100) default 'tag' not null;
alter table site_settings add column date_format varchar(100) default 'F j, Y' not null;
alter table site_settings add column time_format varchar(100) default 'g:i a' not null;
alter table site_settings add column start_of_week integer default 1 not null;
alter table site_settings add column use_smilies boolean default true not null;
alter table site_settings add column default_post_format varchar(20) default 'standard' not null;
alter table site_settings add column posts_per_page integer default 10 not null;
alter table site_settings add column shows_page_in_front boolean default false not null;
alter table site_settings add column front_page_id bigint;
alter table site_settings add column posts_page_id bigint;
alter table site_settings add column logo_id bigint;
alter table site_settings add column icon_id bigint;
