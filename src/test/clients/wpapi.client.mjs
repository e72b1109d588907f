import WPAPI from 'wpapi';

export const name = 'wpapi';

export async function flows({ site, login, password, check }) {
  const endpoint = `${site}/wp-json`;
  const guest = new WPAPI({ endpoint });
  const owner = new WPAPI({ endpoint, username: login, password });

  await check('finds the routes of a site by its front page', async (assert) => {
    const found = await WPAPI.discover(site);
    const posts = await found.posts().perPage(1);
    assert.equal(posts.length, 1);
  });
  await check('generates itself from the index', async (assert) => {
    const root = await guest.root();
    assert.ok(root.routes['/wp/v2/posts'].endpoints.length >= 2);
    const made = new WPAPI({ endpoint, routes: root.routes });
    assert.ok((await made.categories().perPage(5)).length > 0);
  });
  await check('pages through posts', async (assert) => {
    const first = await guest.posts().perPage(2);
    assert.ok(first._paging.total >= 2);
    const second = await first._paging.next;
    assert.notEqual(first[0].id, second[0].id);
  });
  await check('embeds authors and terms', async (assert) => {
    const [post] = await guest.posts().perPage(1).embed();
    assert.equal(post._embedded.author[0].id, post.author);
    assert.ok(Array.isArray(post._embedded['wp:term']));
  });
  await check('writes, changes, trashes and deletes a post', async (assert) => {
    const made = await owner.posts().create({ title: 'By wpapi', content: 'One.', status: 'publish' });
    assert.equal(made.status, 'publish');
    const changed = await owner.posts().id(made.id).update({ title: 'By wpapi, again' });
    assert.equal(changed.title.raw, 'By wpapi, again');
    assert.equal((await guest.posts().slug(made.slug)).length, 1);
    const trashed = await owner.posts().id(made.id).delete();
    assert.equal(trashed.status, 'trash');
    const gone = await owner.posts().id(made.id).delete({ force: true });
    assert.equal(gone.deleted, true);
  });
  await check('makes a tag and finds its posts', async (assert) => {
    const tag = await owner.tags().create({ name: 'Of wpapi' });
    const post = await owner.posts().create({ title: 'Tagged', tags: [tag.id], status: 'publish' });
    const tagged = await guest.posts().tags(tag.id);
    assert.deepEqual(tagged.map((one) => one.id), [post.id]);
    await owner.posts().id(post.id).delete({ force: true });
    await owner.tags().id(tag.id).delete({ force: true });
  });
  await check('is told in WordPress\' words what it may not do', async (assert) => {
    await assert.rejects(
      guest.posts().create({ title: 'No' }),
      (error) => error.code === 'rest_cannot_create' && error.data.status === 401,
    );
  });
  await check('knows who it is', async (assert) => {
    assert.equal((await owner.users().me().context('edit')).username, login);
  });
}
