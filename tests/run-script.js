/**
 * Runs a TypeScript script of the tests on the Node that is installed: `node tests/run-script.js SCRIPT [ARGUMENT…]`.
 * The script default-exports a function of the arguments.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const [script, ...rest] = process.argv.slice(2)
if (script === undefined) {
  console.error('usage: node tests/run-script.js SCRIPT [ARGUMENT…]')
  process.exit(2)
}
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
try {
  const { default: run } = await server.ssrLoadModule(resolve(script))
  await run(...rest)
} finally {
  await server.close()
}
