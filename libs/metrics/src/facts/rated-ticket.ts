import { type Fact } from './fact';
import { ticket } from './ticket';

/** Queue tickets of which it matters whether anybody rated them: without the feed of ratings nothing can be said of that. */
export const ratedTicket: Fact = { ...ticket, entity: 'rated_ticket', derived: (rows) => rows(ticket) };
