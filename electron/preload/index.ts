import { contextBridge } from 'electron'
import { bridge } from '../ipc/bridge.ts'

contextBridge.exposeInMainWorld('cuttings', bridge)
