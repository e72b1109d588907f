// Runs the ordinary flows of each client against a server:
//   node run.mjs http://localhost:8080 login "application password"
// Ends with 1 where a client does not get what it expects of WordPress.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

const [site, login, password] = process.argv.slice(2);
const here = new URL('.', import.meta.url);
const files = (await readdir(here)).filter((file) => file.endsWith('.client.mjs')).sort();
let failures = 0;

for (const file of files) {
  const { name, flows } = await import(new URL(file, here));
  let passed = 0;
  let failed = 0;
  const check = async (flow, run) => {
    try {
      await run(assert);
      passed++;
    } catch (error) {
      failed++;
      console.log(`${name}: ${flow} FAILED: ${error?.stack ?? JSON.stringify(error)}`);
    }
  };
  await flows({ site, login, password, check });
  console.log(`${name}: ${passed} of ${passed + failed} flows passed`);
  failures += failed;
}
process.exit(failures === 0 && files.length > 0 ? 0 : 1);
