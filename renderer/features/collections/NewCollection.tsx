import { useState } from 'react'
import { useCommand } from '../../commands/registry.ts'
import { NameCollectionDialog } from './NameCollectionDialog.tsx'

/** Asks for the name of a new collection when the command for it is given, from wherever. */
export function NewCollection() {
  const [isAsking, setIsAsking] = useState(false)
  useCommand('new-collection', () => setIsAsking(true))
  return isAsking ? <NameCollectionDialog onClose={() => setIsAsking(false)} /> : null
}
