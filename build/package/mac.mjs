// macOS: a dmg, and the zip that updates are taken from.
import { join } from 'node:path'

export const mac = (root, { isSigned }) => ({
  target: ['dmg', 'zip'],
  category: 'public.app-category.developer-tools',
  icon: join(root, 'resources/icons/package/pgtandem.icns'),
  hardenedRuntime: isSigned,
  // Without a certificate it is signed by nobody in particular: Apple's processors start nothing without a signature.
  ...(isSigned ? {} : { identity: '-' }),
})
