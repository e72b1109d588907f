-- What searches compare, folded: without case, accents and typographic signs. Apart from the text,
-- so that a search reads no markup. The rows of posts that are there are made by the next start.
create table post_search (
    post_id bigint primary key references post on delete cascade,
    title   text ${bycode} not null,
    -- As written; what is derived from the text is found there.
    excerpt text ${bycode} not null,
    body    text ${bycode} not null
);
