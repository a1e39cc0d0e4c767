import { useEffect, useRef } from 'react'
import type { CommandId } from './table.ts'

type Handler = () => void | Promise<void>

const handlers = new Map<CommandId, Handler[]>()

function register(id: CommandId, handler: Handler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler])
  return () =>
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter(other => other !== handler),
    )
}

/** Carries a command out by its latest handler. False where nothing on screen answers to it. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1)
  void handler?.()
  return handler !== undefined
}

/** Whether something on screen answers to the command now. */
export const canRun = (id: CommandId): boolean => (handlers.get(id)?.length ?? 0) > 0

/** Answers a command while the component is on screen; undefined leaves it to whoever answered before. */
export function useCommand(id: CommandId, handler: Handler | undefined): void {
  const latest = useRef(handler)
  latest.current = handler
  const isOn = handler !== undefined
  useEffect(() => (isOn ? register(id, () => latest.current?.()) : undefined), [id, isOn])
}
