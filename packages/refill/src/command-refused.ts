/** A command that cannot be done, for a reason that a person can mend: printed as one line, without a stack. */
export class CommandRefused extends Error {}
