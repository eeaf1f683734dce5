/** A city file cannot be used; the message is a sentence that names the file, the field, the value and what is allowed. */
export class InvalidCity extends Error {
  override readonly name = 'InvalidCity';
}
