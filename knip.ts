import type { KnipConfig } from 'knip'

/** The style sheets take fonts from packages. */
const importsOfStyles = (text: string): string =>
  [...text.matchAll(/@import\s+(?:url\()?["'][^"']+["']/g)]
    .map(([statement]) => statement.slice(1))
    .join('\n')

export default {
  entry: [
    'electron/cli/bin.js',
    'resources/{render-icons.js,write-schemas.ts}',
    'tests/*.js',
    // Run by tests/run-script.js, or as a process of their own.
    'tests/bench/*.ts',
    'tests/unit/{main,work}/fixtures/*.ts',
    // Stands for `electron` (vitest.config.ts).
    'tests/unit/main/electron-module.ts',
    'tests/{articles/update,screenshots/take,torture/{torture,fuzz,vectors,sealed,work-until-killed,system-faults,run-when-told}}.ts',
    // What tests/chromium-runtime/build.js bundles, and what its tests run as an app of their own.
    'tests/chromium-runtime/{main-host,start,ensure-browser}.ts',
    'tests/chromium-runtime/electron-module/index.ts',
    'tests/chromium-runtime/page/{main-world,preload-world}.ts',
    'tests/chromium-runtime/fixtures/*/*.{js,cjs}',
    'tests/e2e/pdf/print-host.ts',
    'tests/e2e/*.cjs',
  ],
  project: [
    'electron/**/*.{ts,js,css}',
    'renderer/**/*.{ts,tsx,css}',
    'resources/*.{ts,js}',
    'tests/**/*.{ts,tsx,js,cjs}',
  ],
  compilers: { css: importsOfStyles },
  ignoreExportsUsedInFile: { interface: true, type: true },
  // The records are a vocabulary: a schema that only its neighbours use today is still a word of it.
  ignoreIssues: { 'electron/core/model/*.ts': ['exports', 'types'] },
  // tests/chromium-runtime/ensure-browser.ts sees to these; `npx cuttings` is the way to the command line.
  ignoreBinaries: [
    'apt-get',
    'unshare',
    'apt-cache',
    'fc-list',
    'mount',
    'pdfinfo',
    'pdfimages',
    'qpdf',
    'sha256sum',
    'strace',
    'umount',
  ],
  ignoreDependencies: ['@cuttings/cli'],
} satisfies KnipConfig
