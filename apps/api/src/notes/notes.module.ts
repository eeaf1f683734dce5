import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { NoteDesk } from './note-desk';
import { NotesController } from './notes.controller';

@Module({ imports: [TracesModule], controllers: [NotesController], providers: [NoteDesk] })
export class NotesModule {}
