import { createContext, useContext } from 'react'
import type { Platform } from '../commands/keys.ts'

export const PlatformContext = createContext<Platform>('linux')

export const usePlatform = (): Platform => useContext(PlatformContext)
