/** An order could not be handed over. The message is for people and holds no secret. */
export class DeliveryFailed extends Error {
  /** The other side refused for good: trying again would not help. */
  readonly isPermanent: boolean;
  constructor(message: string, isPermanent: boolean) {
    super(message);
    this.isPermanent = isPermanent;
  }
}
