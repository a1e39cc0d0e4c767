import { QueryClient } from '@tanstack/react-query'

/** Answers stay fresh until the main process says otherwise; there is no network to wait for or to retry. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

const DERIVED_FROM_THE_LIBRARY = /^(library|clipping|export):/

/** Keeps the cache true to the library and the settings. Returns the function that stops. */
export function followEvents(): () => void {
  const stopLibrary = window.cuttings.on('library:changed', () => {
    void queryClient.invalidateQueries({
      predicate: query => DERIVED_FROM_THE_LIBRARY.test(String(query.queryKey[0])),
    })
  })
  const stopSettings = window.cuttings.on('settings:changed', settings => {
    queryClient.setQueryData(['app:start', {}], start =>
      start !== null && typeof start === 'object' ? { ...start, settings } : start,
    )
  })
  return () => {
    stopLibrary()
    stopSettings()
  }
}
