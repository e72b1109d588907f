/**
 * The WordPress surface: {@code /wp-json} as WordPress' own clients expect it, over the same core
 * as the native API. It translates; no rule of the publication is decided here.
 *
 * <table>
 * <caption>What is served</caption>
 * <tr><td>posts</td><td>partial</td></tr>
 * <tr><td>pages</td><td>partial</td></tr>
 * <tr><td>media</td><td>partial</td></tr>
 * <tr><td>categories, tags</td><td>full</td></tr>
 * <tr><td>comments</td><td>full</td></tr>
 * <tr><td>users</td><td>full</td></tr>
 * <tr><td>application passwords</td><td>full</td></tr>
 * <tr><td>jwt-auth/v1</td><td>full</td></tr>
 * <tr><td>types, taxonomies, statuses</td><td>full</td></tr>
 * <tr><td>search</td><td>full</td></tr>
 * <tr><td>settings</td><td>full</td></tr>
 * <tr><td>revisions, autosaves</td><td>full</td></tr>
 * <tr><td>batch/v1</td><td>full</td></tr>
 * <tr><td>index, OPTIONS</td><td>full</td></tr>
 * <tr><td>feeds, sitemaps, robots.txt</td><td>partial</td></tr>
 * <tr><td>menus, menu-items, menu-locations</td><td>partial</td></tr>
 * <tr><td>navigation</td><td>partial</td></tr>
 * <tr><td>menus/v1</td><td>full</td></tr>
 * <tr><td>widgets, sidebars</td><td>not</td></tr>
 * <tr><td>themes, templates, global styles, fonts, patterns</td><td>not</td></tr>
 * <tr><td>blocks, block types, block renderer, icons</td><td>not</td></tr>
 * <tr><td>plugins, site health, abilities, sync</td><td>not</td></tr>
 * <tr><td>oembed/1.0</td><td>partial</td></tr>
 * <tr><td>cookies with a nonce</td><td>not</td></tr>
 * </table>
 *
 * <p>Where WordPress is unsafe it is not followed:
 *
 * <ul>
 *   <li>an id in a body never beats the path;
 *   <li>a draft cannot take the slug of something published;
 *   <li>searches, sorts and filters never look at what the caller is not shown;
 *   <li>totals count what the caller may see;
 *   <li>whoever is signed in comments under the own name;
 *   <li>parents of comments are checked, and only moderators date comments;
 *   <li>a refused create stores nothing;
 *   <li>wrong credentials are 401 everywhere;
 *   <li>origins are echoed, and with credentials, only where that is configured;
 *   <li>answers to guests carry {@code ETag} and {@code Cache-Control};
 *   <li>HTML is cleaned for every role, and embeds are kept only from hosts on a list;
 *   <li>what WordPress fails on with 500 is the nearest 4xx.
 * </ul>
 *
 * <p>The page {@code /docs/wordpress} says what each row means, and names every other difference
 * with its reason.
 */
package io.masthead.wp;
