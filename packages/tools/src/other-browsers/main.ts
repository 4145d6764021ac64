import { install } from './install.ts';
import { OTHER_BROWSERS, runOtherBrowsers } from './run.ts';

install(OTHER_BROWSERS);
const { passed, failed, why = [] } = await runOtherBrowsers(OTHER_BROWSERS);
for (const reason of why) console.error(`  ✗ ${reason}`);
const missing = OTHER_BROWSERS.filter((browser) => !browser.isInstalled());
console.log(`${passed} passed, ${failed} failed${missing.length === 0 ? '' : `; not run: ${missing.map(({ name }) => name).join(', ')}`}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
