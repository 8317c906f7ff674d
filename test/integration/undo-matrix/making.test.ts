import { describeMatrix } from '../../helpers/undo-matrix/describe-matrix.ts'
import { makesServers, scenarios } from '../../helpers/undo-matrix/scenarios.ts'

describeMatrix(
  scenarios.filter((scenario) => makesServers(scenario) && !scenario.isVariant),
  2,
)
