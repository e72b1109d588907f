import { createRequire } from 'node:module';

export const name = 'wordpress-api-client';

const { default: WpApiClient } = createRequire(import.meta.url)('wordpress-api-client');

export async function flows({ site, login, password, check }) {
  const guest = new WpApiClient(site);
  const owner = new WpApiClient(site, { auth: { type: 'basic', username: login, password } });

  await check('finds posts, by parameters and by id', async (assert) => {
    const posts = await guest.post().find(new URLSearchParams({ per_page: '2', order: 'desc' }));
    assert.equal(posts.length, 2);
    const [one] = await guest.post().find(posts[0].id);
    assert.equal(one.id, posts[0].id);
  });
  await check('finds pages and categories', async (assert) => {
    assert.ok(Array.isArray(await guest.page().find()));
    assert.ok((await guest.postCategory().find()).length > 0);
  });
  await check('creates, updates and deletes a post', async (assert) => {
    const made = await owner.post().create({ title: { raw: 'By wordpress-api-client' } });
    const changed = await owner.post().update({ excerpt: { raw: 'Short.' } }, made.id);
    assert.equal(changed.id, made.id);
    await owner.post().delete(made.id);
  });
  await check('knows who it is', async (assert) => {
    assert.equal(typeof (await owner.user().findMe()).id, 'number');
  });
}
