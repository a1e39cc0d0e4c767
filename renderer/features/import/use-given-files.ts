import { useEffect } from 'react'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { takeIn } from './start-import.ts'

async function takeGiven(): Promise<void> {
  try {
    const { paths, hasFolder } = await send('import:take-given', {})
    await takeIn(paths, hasFolder)
  } catch (error) {
    showFailure(error)
  }
}

/** Takes in what the system gives the app to open, as if it had been dropped: what waits already, and what comes. */
export function useGivenFiles(): void {
  useEffect(() => {
    void takeGiven()
    return window.cuttings.on('import:given', () => void takeGiven())
  }, [])
}
