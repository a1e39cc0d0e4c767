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

const DERIVED_FROM_THE_LIBRARY =
  /^(library|clipping|chronology|export|backup|search|family|version|article|rule|tag):/
const NOT_OF_ITS_CONTENT = /^library:(state|recent)$/

const LISTS = /^library:(list|rows)$/

const isDerived = (query: { readonly queryKey: readonly unknown[] }): boolean => {
  const channel = String(query.queryKey[0])
  return DERIVED_FROM_THE_LIBRARY.test(channel) && !NOT_OF_ITS_CONTENT.test(channel)
}

const isList = (query: { readonly queryKey: readonly unknown[] }): boolean =>
  LISTS.test(String(query.queryKey[0]))

/** Drops all that was asked of a library that is not open any more. */
export const forgetLibrary = (): void => queryClient.removeQueries({ predicate: isDerived })

/** Keeps the cache true to the library and the settings. Returns the function that stops. */
export function followEvents(): () => void {
  const stopLibrary = window.cuttings.on('library:changed', () => {
    // A list that is gone back to would say for a moment what is no longer so: that nothing is there, say.
    queryClient.removeQueries({ predicate: isList, type: 'inactive' })
    void queryClient.invalidateQueries({ predicate: isDerived })
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
