import FeedParser from 'feedparser';
import Parser from 'rss-parser';
import { Readable } from 'node:stream';

export const name = 'rss-parser and feedparser';

async function items(address) {
  const answer = await fetch(address);
  const parser = new FeedParser({ feedurl: address });
  const found = [];
  parser.on('data', (item) => found.push(item));
  await new Promise((resolve, reject) => {
    parser.on('error', reject).on('end', resolve);
    Readable.fromWeb(answer.body).pipe(parser);
  });
  return found;
}

export async function flows({ site, check }) {
  const parser = new Parser();

  for (const path of ['/feed/', '/feed/atom/', '/comments/feed/']) {
    await check(`rss-parser reads ${path}`, async (assert) => {
      const feed = await parser.parseURL(site + path);
      assert.ok(feed.title);
      assert.ok(feed.items.length > 0);
      assert.ok(feed.items[0].link.startsWith(site));
    });
    await check(`feedparser reads ${path}`, async (assert) => {
      const found = await items(site + path);
      assert.ok(found.length > 0);
      assert.ok(found[0].guid);
    });
  }
  await check('a feed that has not changed is not sent again', async (assert) => {
    const first = await fetch(`${site}/feed/`);
    const again = await fetch(`${site}/feed/`, { headers: { 'If-None-Match': first.headers.get('etag') } });
    assert.equal(again.status, 304);
  });
}
