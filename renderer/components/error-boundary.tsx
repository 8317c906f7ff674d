import { Component, type ReactNode } from 'react'
import { PageBroke } from './page-broke.tsx'

interface Props {
  readonly children: ReactNode
  readonly resetKey: string
}

interface State {
  readonly error: Error | null
  readonly resetKey: string
}

/** Keeps a failure of one part from taking the window down; another `resetKey` tries again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <PageBroke error={error} onRetry={() => this.setState({ error: null })} />
  }
}
