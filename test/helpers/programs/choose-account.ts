import { OWN_ACCOUNT, planAccount } from '../../../electron/system/platform/account.ts'
import { createSystemAccount, readAccount } from '../../../electron/system/platform/accounts.ts'

/** `choose-account HOME`: prints the account that the program would go on as, made if need be; null for this one. */
const [home = ''] = process.argv.slice(2)

const plan = planAccount({
  platform: process.platform,
  uid: process.getuid?.(),
  homeOwner: undefined,
  postgres: await readAccount('postgres'),
  pgtandem: await readAccount(OWN_ACCOUNT),
})
const account =
  plan.kind === 'become'
    ? plan.account
    : plan.kind === 'create'
      ? await createSystemAccount(plan.name, home)
      : null
process.stdout.write(`${JSON.stringify(account)}\n`)
