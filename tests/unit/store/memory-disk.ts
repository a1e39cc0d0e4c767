import { posix } from 'node:path'
import type { FileSystem, OpenFile } from '../../../electron/store/file-system.ts'

/** A file: what was written, and how many of its bytes a loss of power surely leaves. */
interface MemoryFile {
  readonly id: number
  bytes: Uint8Array
  synced: number
}

/** A folder: the names that a loss of power surely leaves, and the changes of names since, in order. */
interface MemoryFolder {
  readonly durable: Map<string, MemoryNode>
  readonly pending: NameChange[]
  /** `durable` with every change of `pending`. */
  readonly names: Map<string, MemoryNode>
}

type MemoryNode = MemoryFile | MemoryFolder

/** One step that a file system does whole or not at all. */
interface NameChange {
  readonly remove?: string
  readonly put?: readonly [string, MemoryNode]
}

/** What a crash leaves of what was not synced. */
export interface Crash {
  /** How many of the folder's pending changes of names. */
  names(path: string, pending: number): number
  /** Which bytes of the file, given how many are synced. */
  bytes(path: string, written: Uint8Array, synced: number): Uint8Array
}

const isFolder = (node: MemoryNode | undefined): node is MemoryFolder => node !== undefined && 'names' in node

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })

const newFolder = (): MemoryFolder => ({ durable: new Map(), pending: [], names: new Map() })

function change(folder: MemoryFolder, step: NameChange): void {
  folder.pending.push(step)
  apply(folder.names, step)
}

function apply(names: Map<string, MemoryNode>, { remove, put }: NameChange): void {
  if (remove !== undefined) names.delete(remove)
  if (put !== undefined) names.set(put[0], put[1])
}

/**
 * A disk in memory that knows what a loss of power would leave of it: bytes only as far as their file was
 * synced, names only as of the last sync of their folder. It is the worst that POSIX allows, with one promise
 * that every journaling file system keeps: a rename is whole or not at all.
 */
export class MemoryDisk {
  #root = newFolder()
  #files = 0
  /** Called after each step that changes the disk. */
  onStep: () => void = () => {}

  readonly fileSystem: FileSystem = {
    read: async path => {
      const node = this.#at(path)
      if (node === undefined) throw failure('ENOENT', path)
      if (isFolder(node)) throw failure('EISDIR', path)
      return Uint8Array.from(node.bytes)
    },
    readdir: async path => [...this.#folder(path).names.keys()],
    exists: async path => this.#at(path) !== undefined,
    modifiedAt: async () => 0,
    open: async (path, how) => this.#open(path, how),
    truncate: async (path, length) => {
      const file = this.#at(path)
      if (file === undefined || isFolder(file)) throw failure('ENOENT', path)
      file.bytes = file.bytes.subarray(0, length)
      file.synced = length
      this.onStep()
    },
    rename: async (from, to) => {
      if (posix.dirname(from) !== posix.dirname(to)) throw failure('EXDEV', to)
      const node = this.#at(from)
      if (node === undefined) throw failure('ENOENT', from)
      const remove = posix.basename(from)
      change(this.#folder(posix.dirname(from)), { remove, put: [posix.basename(to), node] })
      this.onStep()
    },
    unlink: async path => {
      if (this.#at(path) === undefined) return
      change(this.#folder(posix.dirname(path)), { remove: posix.basename(path) })
      this.onStep()
    },
    mkdir: async path => this.#mkdir(path),
    fsyncDirectory: async path => {
      const folder = this.#folder(path)
      folder.durable.clear()
      for (const [name, node] of folder.names) folder.durable.set(name, node)
      folder.pending.length = 0
      this.onStep()
    },
  }

  /** Puts a file there that is surely on the disk. */
  put(path: string, bytes: Uint8Array): void {
    this.#mkdir(posix.dirname(path))
    const folder = this.#folder(posix.dirname(path))
    const file = { id: ++this.#files, bytes, synced: bytes.length }
    change(folder, { put: [posix.basename(path), file] })
    for (let up = posix.dirname(path); ; up = posix.dirname(up)) {
      const above = this.#folder(up)
      for (const step of above.pending.splice(0)) apply(above.durable, step)
      if (up === '/') return
    }
  }

  /** Every folder that has changes of names which a crash may undo, and how many. */
  unsettledFolders(): { path: string; pending: number }[] {
    return [...this.#walk()].flatMap(({ path, node }) =>
      isFolder(node) && node.pending.length > 0 ? [{ path, pending: node.pending.length }] : [],
    )
  }

  /** Every file that has bytes which a crash may lose. */
  unsettledFiles(): { path: string; written: number; synced: number }[] {
    return [...this.#walk()].flatMap(({ path, node }) =>
      !isFolder(node) && node.bytes.length > node.synced
        ? [{ path, written: node.bytes.length, synced: node.synced }]
        : [],
    )
  }

  /** The disk as a crash leaves it: what is there then is surely there. */
  after(crash: Crash): MemoryDisk {
    const disk = new MemoryDisk()
    disk.#files = this.#files
    disk.#root = crashed(this.#root, '/', crash)
    return disk
  }

  /** The same disk, unsynced parts and all: what another process finds when the one that wrote was killed. */
  copy(): MemoryDisk {
    const disk = new MemoryDisk()
    disk.#files = this.#files
    disk.#root = copied(this.#root, new Map()) as MemoryFolder
    return disk
  }

  /** Equal for disks with the same files, each as long as in the other. Holes in a file do not count. */
  get fingerprint(): string {
    return [...this.#walk()]
      .map(({ path, node }) => (isFolder(node) ? path : `${path} ${node.id} ${node.bytes.length}`))
      .sort()
      .join('\n')
  }

  *#walk(): Generator<{ path: string; node: MemoryNode }> {
    const open: { path: string; node: MemoryNode }[] = [{ path: '/', node: this.#root }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      yield next
      if (isFolder(next.node))
        for (const [name, node] of next.node.names) open.push({ path: posix.join(next.path, name), node })
    }
  }

  #at(path: string): MemoryNode | undefined {
    let node: MemoryNode | undefined = this.#root
    for (const name of path.split('/').filter(part => part !== '' && part !== '.'))
      node = isFolder(node) ? node.names.get(name) : undefined
    return node
  }

  #folder(path: string): MemoryFolder {
    const node = this.#at(path)
    if (node === undefined) throw failure('ENOENT', path)
    if (!isFolder(node)) throw failure('ENOTDIR', path)
    return node
  }

  #mkdir(path: string): boolean {
    if (this.#at(path) !== undefined) return false
    this.#mkdir(posix.dirname(path))
    change(this.#folder(posix.dirname(path)), { put: [posix.basename(path), newFolder()] })
    this.onStep()
    return true
  }

  #open(path: string, how: 'create' | 'append'): OpenFile {
    const there = this.#at(path)
    if (there !== undefined && how === 'create') throw failure('EEXIST', path)
    if (isFolder(there)) throw failure('EISDIR', path)
    const file = there ?? { id: ++this.#files, bytes: new Uint8Array(), synced: 0 }
    if (there === undefined) {
      change(this.#folder(posix.dirname(path)), { put: [posix.basename(path), file] })
      this.onStep()
    }
    const sync = async (): Promise<void> => {
      file.synced = file.bytes.length
      this.onStep()
    }
    return {
      append: async bytes => {
        file.bytes = Buffer.concat([file.bytes, bytes])
        this.onStep()
      },
      fsync: sync,
      fdatasync: sync,
      close: async () => {},
    }
  }
}

function crashed(folder: MemoryFolder, path: string, crash: Crash): MemoryFolder {
  const names = new Map(folder.durable)
  const { pending } = folder
  for (const step of pending.slice(0, pending.length && crash.names(path, pending.length))) apply(names, step)
  const left = newFolder()
  for (const [name, node] of names) {
    const at = posix.join(path, name)
    left.names.set(name, isFolder(node) ? crashed(node, at, crash) : crashedFile(node, at, crash))
  }
  for (const [name, node] of left.names) left.durable.set(name, node)
  return left
}

function crashedFile({ id, bytes, synced }: MemoryFile, path: string, crash: Crash): MemoryFile {
  const left = synced === bytes.length ? bytes : crash.bytes(path, bytes, synced)
  return { id, bytes: left, synced: left.length }
}

function copied(node: MemoryNode, done: Map<MemoryNode, MemoryNode>): MemoryNode {
  const before = done.get(node)
  if (before !== undefined) return before
  if (!isFolder(node)) {
    const file = { ...node }
    done.set(node, file)
    return file
  }
  const folder = newFolder()
  done.set(node, folder)
  for (const [name, child] of node.names) folder.names.set(name, copied(child, done))
  for (const [name, child] of node.durable) folder.durable.set(name, copied(child, done))
  for (const { remove, put } of node.pending)
    folder.pending.push({
      ...(remove !== undefined && { remove }),
      ...(put !== undefined && { put: [put[0], copied(put[1], done)] as const }),
    })
  return folder
}
