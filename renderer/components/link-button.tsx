import { Button, type ButtonProps } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'

/** A link to another page that looks like a button. */
export function LinkButton(props: {
  readonly href: string
  readonly icon?: ReactElement
  readonly appearance?: NonNullable<ButtonProps['appearance']>
  readonly size?: NonNullable<ButtonProps['size']>
  readonly children: ReactNode
}) {
  const { href, children, ...look } = props
  return (
    <Link href={href} asChild>
      <Button as="a" {...look}>
        {children}
      </Button>
    </Link>
  )
}
