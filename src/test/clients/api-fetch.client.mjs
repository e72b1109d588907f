import { createRequire } from 'node:module';

export const name = '@wordpress/api-fetch';

const apiFetch = createRequire(import.meta.url)('@wordpress/api-fetch').default;

export async function flows({ site, login, password, check }) {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  apiFetch.use(apiFetch.createRootURLMiddleware(`${site}/wp-json/`));
  apiFetch.use((options, next) =>
    next({ ...options, headers: { ...options.headers, Authorization: authorization } }),
  );

  await check('reads as editors read', async (assert) => {
    const posts = await apiFetch({ path: '/wp/v2/posts?context=edit&per_page=2&_locale=user' });
    assert.equal(typeof posts[0].content.raw, 'string');
  });
  await check('fetches all pages of a list', async (assert) => {
    const all = await apiFetch({ path: '/wp/v2/categories?per_page=-1&_fields=id' });
    const some = await apiFetch({ path: '/wp/v2/categories?per_page=100&_fields=id', parse: false });
    assert.equal(all.length, Number(some.headers.get('x-wp-total')));
  });
  await check('writes with the method it means in a header', async (assert) => {
    const made = await apiFetch({ path: '/wp/v2/posts', method: 'POST', data: { title: 'By api-fetch' } });
    assert.equal(made.status, 'draft');
    const changed = await apiFetch({ path: `/wp/v2/posts/${made.id}`, method: 'PUT', data: { excerpt: 'Short.' } });
    assert.equal(changed.excerpt.raw, 'Short.');
    const gone = await apiFetch({ path: `/wp/v2/posts/${made.id}?force=true`, method: 'DELETE' });
    assert.equal(gone.deleted, true);
  });
  await check('keeps what is not saved, and lists revisions', async (assert) => {
    const made = await apiFetch({
      path: '/wp/v2/posts',
      method: 'POST',
      data: { title: 'Revised', content: 'One.', status: 'publish' },
    });
    await apiFetch({ path: `/wp/v2/posts/${made.id}`, method: 'POST', data: { content: 'Two.' } });
    await apiFetch({ path: `/wp/v2/posts/${made.id}/autosaves`, method: 'POST', data: { content: 'Three.' } });
    const revisions = await apiFetch({ path: `/wp/v2/posts/${made.id}/revisions` });
    assert.ok(revisions.length >= 2);
    await apiFetch({ path: `/wp/v2/posts/${made.id}?force=true`, method: 'DELETE' });
  });
  await check('makes several things at once', async (assert) => {
    const answer = await apiFetch({
      path: '/batch/v1',
      method: 'POST',
      data: {
        validation: 'require-all-validate',
        requests: [
          { path: '/wp/v2/tags', body: { name: 'Batch one' } },
          { path: '/wp/v2/tags', body: { name: 'Batch two' } },
        ],
      },
    });
    assert.deepEqual(answer.responses.map((one) => one.status), [201, 201]);
    for (const { body } of answer.responses) {
      await apiFetch({ path: `/wp/v2/tags/${body.id}?force=true`, method: 'DELETE' });
    }
  });
  await check('asks what it may do', async (assert) => {
    const answer = await apiFetch({ path: '/wp/v2/posts', method: 'OPTIONS', parse: false });
    assert.match(answer.headers.get('allow'), /POST/);
    assert.ok((await answer.json()).schema.properties.title);
  });
  await check('reads types and settings', async (assert) => {
    const types = await apiFetch({ path: '/wp/v2/types?context=edit' });
    assert.equal(types.post.rest_base, 'posts');
    assert.equal(typeof (await apiFetch({ path: '/wp/v2/settings' })).title, 'string');
  });
}
