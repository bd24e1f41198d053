// An element that asks the server: what is refused is kept, to be said where it concerns.
import { state } from 'lit/decorators.js';
import type { Problem, Unreachable } from '../api/problem.js';
import { Part } from './part.js';
import { isTold, problemNote, wrongAt } from './problem-note.js';

export abstract class Asking extends Part {
  @state() protected refused: Problem | Unreachable | undefined;

  /** Runs what asks the server. True where nothing was refused. */
  protected async trying(work: () => Promise<void>): Promise<boolean> {
    this.refused = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isTold(error)) throw error;
      this.refused = error;
      return false;
    }
  }

  /** What is wrong with a field. */
  protected wrong = (field: string): string | undefined => wrongAt(this.refused, field);

  /** What no field says; `shown`: the fields that do. */
  protected problem = (...shown: string[]): ReturnType<typeof problemNote> =>
    problemNote(this.refused, ...shown);
}
