/** Runs one TypeScript scenario: `node tests/bench/run.js SCENARIO [ARGUMENT…]`. It default-exports a function of the arguments. */
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const [scenario, ...rest] = process.argv.slice(2)
if (scenario === undefined) {
  console.error('usage: node tests/bench/run.js SCENARIO [ARGUMENT…]')
  process.exit(2)
}
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
try {
  const { default: run } = await server.ssrLoadModule(`/tests/bench/${scenario}.ts`)
  await run(...rest)
} finally {
  await server.close()
}
