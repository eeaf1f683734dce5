import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ChangeNote,
  changeNoteSchema,
  noteIdSchema,
  noteSchema,
  type NotesQuery,
  notesQuerySchema,
  notesSchema,
  type WriteNote,
  writeNoteSchema,
} from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import type { Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { NoteDesk } from './note-desk';

@ApiTags('notes')
@Controller('notes')
export class NotesController {
  constructor(private readonly desk: NoteDesk) {}

  @Get()
  @AnswersWith(notesSchema, 'What was noted of the days of a range, at a place and the wider ones it lies in.')
  list(@Query({ schema: notesQuerySchema }) query: NotesQuery, @Who() who: Identity, @ScopeOf() scope: Scope) {
    return this.desk.list(query, { who, scope });
  }

  @Post()
  @AnswersWith(noteSchema, 'Writes a note.', 201)
  write(@Body({ schema: writeNoteSchema }) note: WriteNote, @Who() who: Identity, @ScopeOf() scope: Scope) {
    return this.desk.write(note, { who, scope });
  }

  @Put(':id')
  @AnswersWith(noteSchema, 'Changes what a note says, or its days; only its author can.')
  change(
    @Param('id', { schema: noteIdSchema }) id: string,
    @Body({ schema: changeNoteSchema }) change: ChangeNote,
    @Who() who: Identity,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.change(id, change, { who, scope });
  }

  @Delete(':id')
  @AnswersWith(noteSchema, 'Takes a note back; its author can bring it back.')
  takeBack(@Param('id', { schema: noteIdSchema }) id: string, @Who() who: Identity) {
    return this.desk.takeBack(id, who);
  }

  @Post(':id/undelete')
  @HttpCode(200)
  @AnswersWith(noteSchema, 'Brings back a note that was taken back.')
  bringBack(@Param('id', { schema: noteIdSchema }) id: string, @Who() who: Identity, @ScopeOf() scope: Scope) {
    return this.desk.bringBack(id, { who, scope });
  }
}
