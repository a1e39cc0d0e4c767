import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../api/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './LibraryClosed.module.css'

const css = classNames(styles)

/** Keeps a bug in one view from leaving an empty window: says that nothing was lost, and draws it again. */
export class CrashGuard extends Component<
  { readonly children: ReactNode },
  { readonly hasCrashed: boolean }
> {
  override readonly state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children
    return <CrashScreen onRetry={() => this.setState({ hasCrashed: false })} />
  }
}

/** What stands in the window when it cannot be drawn. */
export function CrashScreen({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation()
  const words = failureWords(t, { code: 'internal' })
  return (
    <main className={css('closed')}>
      <EmptyState title={words.what} actions={<Button onPress={onRetry}>{t('common.retry')}</Button>}>
        <p>{words.kept}</p>
      </EmptyState>
    </main>
  )
}
