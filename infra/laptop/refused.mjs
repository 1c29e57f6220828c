/** What is wrong with how the command was called or where; its message is the whole answer and the exit code is 2. */
export class Refused extends Error {}
