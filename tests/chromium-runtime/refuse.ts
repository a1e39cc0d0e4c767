/** The one error of everything that the stand-in leaves out, so that a test or a log can be searched for it. */
export class NotImplemented extends Error {
  constructor(what: string) {
    super(`not implemented by the Chromium runtime: ${what}`)
    this.name = 'NotImplemented'
  }
}

/** Asked by the language itself (await, JSON, string conversion), never by an app that wants a feature. */
const LANGUAGE_KEYS: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'prototype'])

/** The same object, except that reading or writing a property that it does not have throws NotImplemented. */
export function strictly<T extends object>(name: string, implementation: T): T {
  return new Proxy(implementation, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || LANGUAGE_KEYS.has(key)) {
        return Reflect.get(target, key, receiver)
      }
      throw new NotImplemented(`${name}.${key}`)
    },
    set(target, key, value, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.set(target, key, value, receiver)
      throw new NotImplemented(`${name}.${key} =`)
    },
  })
}

/** Stands for a whole module or class that is left out: any use of it throws NotImplemented. */
export function refusedModule(name: string): object {
  return new Proxy(function refused() {}, {
    get(_target, key) {
      if (typeof key === 'symbol' || LANGUAGE_KEYS.has(key)) return undefined
      throw new NotImplemented(`${name}.${key}`)
    },
    construct() {
      throw new NotImplemented(`new ${name}()`)
    },
    apply() {
      throw new NotImplemented(`${name}()`)
    },
  })
}

/** Throws NotImplemented for the first option that is not among `known`. */
export function onlyOptions(call: string, options: object | undefined, known: readonly string[]): void {
  for (const [key, value] of Object.entries(options ?? {})) {
    if (value !== undefined && !known.includes(key))
      throw new NotImplemented(`${call} with the option "${key}"`)
  }
}

/** Throws NotImplemented unless the option is absent or has the only value that the stand-in can give. */
export function onlyValue(call: string, option: string, value: unknown, only: unknown): void {
  if (value !== undefined && value !== only) {
    throw new NotImplemented(`${call} with "${option}" other than ${String(only)}`)
  }
}
