import { type BrowserWindow, dialog, type MessageBoxOptions, type MessageBoxReturnValue } from 'electron'

export interface Question<Choice extends string> {
  readonly message: string
  readonly detail?: string
  /** The first is what Enter does. */
  readonly choices: readonly { readonly id: Choice; readonly label: string }[]
  /** What Escape and closing the dialog mean. */
  readonly otherwise: Choice
  /** Beside a box to tick. */
  readonly checkbox?: string
}

/** The system's own dialogs: they also work while the window is hidden or cannot be drawn. */
export interface Dialogs {
  ask<Choice extends string>(
    question: Question<Choice>,
  ): Promise<{ readonly choice: Choice; readonly checked: boolean }>
  tell(message: string, detail: string): Promise<void>
}

/** `owner`: the window that a dialog belongs to, when it is to be seen; else a dialog stands alone. */
export function createDialogs(owner: () => BrowserWindow | undefined): Dialogs {
  const show = (options: MessageBoxOptions): Promise<MessageBoxReturnValue> => {
    const window = owner()
    return window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options)
  }
  return {
    async ask({ message, detail, choices, otherwise, checkbox }) {
      const { response, checkboxChecked } = await show({
        type: 'question',
        title: 'PgTandem',
        message,
        ...(detail === undefined ? {} : { detail }),
        buttons: choices.map(({ label }) => label),
        defaultId: 0,
        cancelId: choices.findIndex(({ id }) => id === otherwise),
        noLink: true,
        ...(checkbox === undefined ? {} : { checkboxLabel: checkbox }),
      })
      return { choice: choices[response]?.id ?? otherwise, checked: checkboxChecked }
    },
    async tell(message, detail) {
      await show({ type: 'error', title: 'PgTandem', message, detail })
    },
  }
}
