/** The label of a pull request that lets it pass a freeze window, if somebody of `freeze.approvers` put it on. */
export const FREEZE_LABEL = 'thermostat:override-freeze';
