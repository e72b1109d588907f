import { WordPressClient } from 'fluent-wp-client';

export const name = 'fluent-wp-client';

export async function flows({ site, login, password, check }) {
  const guest = new WordPressClient({ baseUrl: site });
  const owner = new WordPressClient({ baseUrl: site, auth: { username: login, password } });

  await check('lists posts, pages, categories, tags, users and comments', async (assert) => {
    assert.ok((await guest.getPosts({ perPage: 3 })).length > 0);
    assert.ok(Array.isArray(await guest.getPages()));
    assert.ok((await guest.getCategories()).length > 0);
    assert.ok(Array.isArray(await guest.getTags()));
    assert.ok((await guest.getUsers()).length > 0);
    assert.ok(Array.isArray(await guest.getComments()));
  });
  await check('finds a post by its slug', async (assert) => {
    const [post] = await guest.getPosts({ perPage: 1 });
    const found = await guest.getPostBySlug(post.slug);
    assert.equal(found.id, post.id);
  });
  await check('writes and deletes a draft', async (assert) => {
    const draft = await owner.createPost({ title: 'By fluent-wp-client', status: 'draft' });
    assert.equal(draft.status, 'draft');
    const changed = await owner.updatePost(draft.id, { title: 'Changed' });
    assert.equal(changed.title.rendered, 'Changed');
    await owner.deletePost(draft.id, { force: true });
    assert.equal((await owner.getPosts({ include: [draft.id], status: 'any' })).length, 0);
  });
}
