import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';

/** Carries the messages of one HTTP request to a server of tools, and waits for the answers to them. */
export class OneRequest implements Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  onclose?: () => void;
  readonly #answers: JSONRPCMessage[] = [];
  #open = 0;
  #done: () => void = () => {};

  async start(): Promise<void> {}

  async close(): Promise<void> {
    this.onclose?.();
  }

  /** What the server says; only answers are passed on. */
  async send(message: JSONRPCMessage): Promise<void> {
    if ('method' in message) return;
    this.#answers.push(message);
    this.#open--;
    if (this.#open <= 0) this.#done();
  }

  /** Hands messages over; returns the answers once each request has one. */
  async deliver(messages: readonly JSONRPCMessage[]): Promise<readonly JSONRPCMessage[]> {
    this.#open = messages.filter((message) => 'method' in message && 'id' in message).length;
    const answered = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    for (const message of messages) this.onmessage?.(message);
    if (this.#open > 0) await answered;
    return this.#answers;
  }
}
