-- What no site is without: its settings, and the category that takes what has no other.
insert into term (id, version, kind, name, name_key, slug, description, parent_id, published_count,
                  created_at, updated_at)
values (1, 0, 'CATEGORY', 'Uncategorized', 'uncategorized', 'uncategorized', '', null, 0,
        current_timestamp, current_timestamp);
insert into slug (scope, slug, owner_id, is_current)
values ('category', 'uncategorized', 1, true);
insert into site_settings (id, version, title, description, url, language, time_zone,
                           default_category_id, default_comments_open, default_pings_open,
                           comments_require_name, comments_require_sign_in, comments_close_days,
                           comments_max_depth, updated_at)
values (1, 0, 'Masthead', '', 'http://localhost:8080', 'en', 'UTC', 1, true, true, true, false, 0,
        5, current_timestamp);
