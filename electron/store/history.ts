import type { ChangeLabel, JournalLine } from '../core/model/library-change.ts'
import type { Place } from './journal-writer.ts'

/** A change that can be taken back; `place` is known once it is on the disk. */
export interface HistoryEntry {
  readonly seq: number
  readonly label: ChangeLabel
  place?: Place
}

type Line = Pick<JournalLine, 'seq' | 'by' | 'label' | 'reverts'>

/**
 * The linear history of undo and redo, derived from the journal alone: an undo takes back the change that it
 * names in `reverts`, a redo takes back an undo. Old lines are read from the newest backwards, and only as
 * far as needed.
 */
export class History {
  readonly #undoable: HistoryEntry[] = []
  readonly #redoable: HistoryEntry[] = []
  /** Seqs that a later line takes back, whose own lines have not been seen yet. */
  readonly #takenBack = new Set<number>()
  /** Whether a change other than undo and redo was seen: nothing before it can be redone. */
  #seenChange = false

  get undo(): HistoryEntry | undefined {
    return this.#undoable.at(-1)
  }

  get redo(): HistoryEntry | undefined {
    return this.#redoable.at(-1)
  }

  /**
   * True until what undo and redo would take back no longer depends on older lines, also after one undo: so
   * there is always a next one to show.
   */
  get needsOlder(): boolean {
    return !this.#seenChange || this.#undoable.length < 2
  }

  /** Takes in a line older than all before it. */
  addOlder(line: Line, place: Place): void {
    const isTakenBack = this.#takenBack.delete(line.seq)
    if (line.reverts !== undefined) this.#takenBack.add(line.reverts)
    const entry = { seq: line.seq, label: line.label, place }
    if (line.by === 'undo') {
      if (!isTakenBack && !this.#seenChange) this.#redoable.unshift(entry)
      return
    }
    // What the app did by itself is not what a user wants back, or what ends a redo.
    if (line.by === 'retention') return
    if (line.by !== 'redo') this.#seenChange = true
    if (!isTakenBack && line.by !== 'migration') this.#undoable.unshift(entry)
  }

  /** Takes in the line that was just committed. */
  add(line: Line): HistoryEntry {
    const entry: HistoryEntry = { seq: line.seq, label: line.label }
    switch (line.by) {
      case 'retention':
        break
      case 'undo':
        this.#undoable.pop()
        this.#redoable.push(entry)
        break
      case 'redo':
        this.#redoable.pop()
        this.#undoable.push(entry)
        break
      default:
        this.#redoable.length = 0
        this.#seenChange = true
        this.#undoable.push(entry)
    }
    return entry
  }
}
