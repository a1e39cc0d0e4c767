// Loaded by Electron before the app (`--require`), because folders must be set before the app asks for them.
const { app } = require('electron')

for (const name of ['userData', 'documents']) {
  app.setPath(name, process.env[`CUTTINGS_E2E_${name.toUpperCase()}`])
}
