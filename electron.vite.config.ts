import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Enums, Models } from '@cyclonedx/cyclonedx-library'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import bill from 'rollup-plugin-sbom'
import type { Plugin } from 'vite'

const root = import.meta.dirname

/** The licences of the packages in a bundle, beside it: most of them ask to go where the code goes. */
const license = { fileName: 'licenses.md' }

/**
 * The packages in a bundle, with versions and licences, as CycloneDX, beside it; the same for the same packages. `beside`
 * are those of which files go along that no module imports.
 */
const billOfMaterials = (beside: readonly string[] = []) =>
  bill({
    outDir: '',
    outFilename: 'packages',
    outFormats: ['json'],
    includeWellKnown: false,
    saveTimestamp: false,
    beforeCollect(bom) {
      for (const name of beside) {
        const read: unknown = JSON.parse(
          readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8'),
        )
        const { version, license } = read as { version: string; license: string }
        const [group, own] = name.split('/')
        const licenses = new Models.LicenseRepository([new Models.SpdxLicense(license)])
        bom.components.add(
          new Models.Component(Enums.ComponentType.Library, own ?? name, { group, version, licenses }),
        )
      }
    },
  })

const TYPEFACES = [
  '@fontsource-variable/inter',
  '@fontsource-variable/noto-serif-sc',
  '@fontsource-variable/source-serif-4',
  '@fontsource/noto-serif-sc',
  '@fontsource/source-code-pro',
  '@fontsource/source-serif-4',
]

/** The typefaces come as WOFF2 and as WOFF for browsers before 2016; Chromium never asks for the second. */
const withoutWoff: Plugin = {
  name: 'without-woff',
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) if (name.endsWith('.woff')) delete bundle[name]
  },
}

/**
 * SQLite's programs beside the main bundle, `sqlite/linux-x64.node`, for every platform that the package has one for:
 * a build is packed for any of them, and electron-builder.yml takes the one. Electron's Linux is glibc's.
 */
const sqlitePrograms: Plugin = {
  name: 'sqlite-programs',
  generateBundle() {
    const prebuilds = resolve(root, 'node_modules/@photostructure/sqlite/prebuilds')
    for (const platform of readdirSync(prebuilds)) {
      this.emitFile({
        type: 'asset',
        fileName: `sqlite/${platform}.node`,
        source: readFileSync(resolve(prebuilds, platform, '@photostructure+sqlite.glibc.node')),
      })
    }
  },
}

/** PDF.js's tables of the characters of Chinese, Japanese and Korean fonts, beside the main bundle: `cmaps/*.bcmap`. */
const characterTables: Plugin = {
  name: 'character-tables',
  generateBundle() {
    const tables = resolve(root, 'node_modules/pdfjs-dist/cmaps')
    for (const name of readdirSync(tables).filter(each => each.endsWith('.bcmap')))
      this.emitFile({
        type: 'asset',
        fileName: `cmaps/${name}`,
        source: readFileSync(resolve(tables, name)),
      })
  },
}

/**
 * Names stay, so that what a log says can be read, and so that a check of the package finds each `require`; white space and
 * comments are a third of the main bundle.
 */
const SMALL = {
  compress: { keepNames: { function: true, class: true } },
  mangle: false,
  codegen: { removeWhitespace: true },
} as const

/** Nothing is required at run time in the window, so its variables may have short names; its functions keep theirs. */
const SMALLEST = { ...SMALL, mangle: { keepNames: { function: true, class: true } } } as const

/**
 * Three bundles: `out/main` (the app's main process, the command line and the worker, which share chunks),
 * `out/preload` (CommonJS, because a sandboxed preload cannot be an ES module) and `out/renderer`.
 * Everything but SQLite's program is bundled, so the packed app carries no node_modules.
 */
export default defineConfig({
  main: {
    plugins: [sqlitePrograms, characterTables, billOfMaterials(['@photostructure/sqlite'])],
    // The build of it for Node declares a `require` of its own, and so does the frame that electron-vite puts around.
    resolve: { alias: { fflate: resolve(root, 'node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: 'out/main',
      license,
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          cli: resolve(root, 'electron/cli/index.ts'),
          worker: resolve(root, 'electron/work/worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name].js',
          minify: SMALL,
        },
      },
    },
  },
  preload: {
    plugins: [billOfMaterials()],
    build: {
      outDir: 'out/preload',
      license,
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), withoutWoff, billOfMaterials(TYPEFACES)],
    build: {
      outDir: 'out/renderer',
      license,
      // Fonts stay files: a data: font would need font-src data: in the policy.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          // Printed books take it and its typefaces from out/renderer/assets by this name.
          book: resolve(root, 'electron/core/export/book/book.css'),
        },
        output: {
          minify: SMALLEST,
          assetFileNames: ({ names }) =>
            names.includes('book.css') ? 'assets/book.css' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  },
})
