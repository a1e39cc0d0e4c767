import { BridgeEnd } from './bridge.ts'

/** Set by the script that surrounds this one; see browser/page-scripts.ts. */
declare const BRIDGE_TOKEN: string

// Only the main frame has a preload, as in Electron without nodeIntegrationInSubFrames.
if (window === window.top) new BridgeEnd(`${BRIDGE_TOKEN}:page`, `${BRIDGE_TOKEN}:preload`)
