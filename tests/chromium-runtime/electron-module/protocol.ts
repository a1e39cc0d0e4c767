import { NotImplemented, onlyOptions } from '../refuse.ts'
import { appSchemes, browserIfRunning } from '../runtime.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

/** What a mapped scheme always is in the stand-in. */
const ALWAYS = ['standard', 'secure'] as const
/** What a mapped scheme can also be without a difference that a page could see. */
const HARMLESS = ['supportFetchAPI', 'stream', 'corsEnabled', 'codeCache', 'allowServiceWorkers']

export class ProtocolOfSession
  implements
    Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'>
{
  private readonly handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (browserIfRunning() !== undefined) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const { scheme, privileges } of customSchemes) {
      onlyOptions('protocol.registerSchemesAsPrivileged', privileges, [...ALWAYS, ...HARMLESS])
      const missing = ALWAYS.find(privilege => privileges?.[privilege] !== true)
      if (missing !== undefined)
        throw new NotImplemented(`a custom scheme without the privilege "${missing}"`)
      appSchemes.add(scheme)
    }
  }

  handle(scheme: string, handler: Handler): void {
    if (!appSchemes.has(scheme))
      throw new NotImplemented(`protocol.handle of "${scheme}", which is not privileged`)
    if (this.handlers.has(scheme)) throw new Error(`The scheme has been registered`)
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error('The scheme has not been registered')
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }

  handlerOf(scheme: string): Handler | undefined {
    return this.handlers.get(scheme)
  }
}
