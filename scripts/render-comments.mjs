// Shows every golden comment as GitHub would: tables, folds, alerts, diffs, mermaid, in a real browser, as pictures to look at.
//   node scripts/render-comments.mjs [--out FOLDER] [--theme light|dark] [--folded] [FILE.md …]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { githubHtml } from './github-html.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const GOLDEN = ['test/scenarios', 'test/core/report/golden'];
/** Too large to be everybody's dependencies: they are put into a folder of their own, once. */
const TOOLS = [
  'playwright-core@1.65.1',
  'github-markdown-css@5.9.0',
  '@primer/octicons@19.42.0',
  'mermaid@12.3.0',
];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
/** Of a comment on a wide screen. */
const WIDTH = 920;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(tmpdir(), 'thermostat-comments') },
    theme: { type: 'string', default: 'light' },
    folded: { type: 'boolean', default: false },
    width: { type: 'string', default: String(WIDTH) },
  },
});
const files = positionals.length > 0 ? positionals : GOLDEN.flatMap(goldenIn);
const executablePath = findBrowser();
const tools = createRequire(join(installTools(), 'anything.js'));
await render();

function goldenIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => join(folder, file));
}

async function render() {
  mkdirSync(values.out, { recursive: true });
  const browser = await tools('playwright-core').chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({
      viewport: { width: Number(values.width) + 80, height: 400 },
      deviceScaleFactor: 1,
      colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    });
    for (const file of files.sort()) await picture(page, file);
  } finally {
    await browser.close();
  }
}

async function picture(page, file) {
  const markdown = readFileSync(resolve(ROOT, file), 'utf8');
  const name = relative(ROOT, resolve(ROOT, file))
    .replace(/^test\/(scenarios|core\/report\/golden)\//, '')
    .replaceAll('/', '--');
  const html = document(githubHtml(markdown, { icon, unfold: !values.folded }));
  writeFileSync(join(values.out, name.replace(/\.md$/, '.html')), html);
  await page.setContent(html);
  if (html.includes('class="mermaid"')) {
    await page.addScriptTag({ path: tools.resolve('mermaid/dist/mermaid.min.js') });
    await page.evaluate(async (theme) => {
      globalThis.mermaid.initialize({ startOnLoad: false, theme: theme === 'dark' ? 'dark' : 'default' });
      await globalThis.mermaid.run({ querySelector: '.mermaid' });
    }, values.theme);
  }
  const wide = await page.evaluate(
    () => globalThis.document.documentElement.scrollWidth > globalThis.innerWidth,
  );
  const path = join(values.out, name.replace(/\.md$/, `.${values.theme}.png`));
  await page.locator('.comment').screenshot({ path });
  console.log(`${path}${wide ? '   WIDER THAN THE PAGE' : ''}`);
}

function document(body) {
  const css = readFileSync(tools.resolve(`github-markdown-css/github-markdown-${values.theme}.css`), 'utf8');
  const dark = values.theme === 'dark';
  const [page, border, head] = dark ? ['#0d1117', '#3d444d', '#151b23'] : ['#ffffff', '#d1d9e0', '#f6f8fa'];
  return `<!doctype html><html data-color-mode="${values.theme}"><meta charset="utf-8"><style>${css}
html { background: ${page}; }
body { margin: 0; padding: 16px 40px; }
.comment { width: ${values.width}px; border: 1px solid ${border}; border-radius: 6px; overflow: hidden; background: ${page}; }
.by { font: 14px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; padding: 8px 16px;
  background: ${head}; border-bottom: 1px solid ${border}; color: ${dark ? '#9198a1' : '#59636e'}; }
.by b { color: ${dark ? '#f0f6fc' : '#1f2328'}; }
.markdown-body { padding: 16px; font-size: 14px; }
</style><body><div class="comment"><div class="by"><b>github-actions</b> bot commented</div>
<div class="markdown-body">${body}</div></div></body></html>`;
}

function icon(name) {
  return tools('@primer/octicons')[name].toSVG({ class: 'mr-2' });
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(':');
  for (const name of BROWSERS) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found) return found;
  }
  console.error(
    `No browser: none of ${BROWSERS.join(', ')} is in PATH. On Debian: apt-get install chromium fonts-noto-color-emoji`,
  );
  process.exit(1);
}

function installTools() {
  const folder = join(tmpdir(), 'thermostat-render');
  const wanted = TOOLS.join(' ');
  const note = join(folder, 'tools.txt');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  console.log(`installing ${wanted} into ${folder}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...TOOLS], {
    stdio: 'inherit',
  });
  writeFileSync(note, wanted);
  return folder;
}
