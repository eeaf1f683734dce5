import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ChangeView,
  changeViewSchema,
  type HomeChoice,
  homeChoiceSchema,
  homeSchema,
  type RestoreView,
  restoreViewSchema,
  savedViewSchema,
  savedViewsSchema,
  type SaveView,
  saveViewSchema,
  viewHistorySchema,
  viewIdSchema,
} from '@evenhand/contracts';
import type { Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { ViewDesk } from './view-desk';

@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(private readonly desk: ViewDesk) {}

  @Get()
  @AnswersWith(savedViewsSchema, 'Own views and those that others share.')
  list(@Who() { id: reader }: Identity) {
    return this.desk.list(reader);
  }

  @Post()
  @AnswersWith(savedViewSchema, 'Keeps a screen.', 201)
  save(@Body({ schema: saveViewSchema }) content: SaveView, @Who() { id: reader }: Identity) {
    return this.desk.save(reader, content);
  }

  @Put('home')
  @AnswersWith(homeSchema, 'Chooses the view that a reader begins with.')
  setHome(@Body({ schema: homeChoiceSchema }) choice: HomeChoice, @Who() { id: reader }: Identity) {
    return this.desk.setHome(reader, choice);
  }

  @Put(':id')
  @AnswersWith(savedViewSchema, 'Renames a view, shares it or lets it show another screen.')
  change(
    @Param('id', { schema: viewIdSchema }) id: string,
    @Body({ schema: changeViewSchema }) change: ChangeView,
    @Who() { id: reader }: Identity,
  ) {
    return this.desk.change(reader, id, change);
  }

  @Delete(':id')
  @AnswersWith(savedViewSchema, 'Throws a view away; it can be brought back.')
  delete(@Param('id', { schema: viewIdSchema }) id: string, @Who() { id: reader }: Identity) {
    return this.desk.delete(reader, id);
  }

  @Post(':id/undelete')
  @HttpCode(200)
  @AnswersWith(savedViewSchema, 'Brings back a view that was thrown away.')
  undelete(@Param('id', { schema: viewIdSchema }) id: string, @Who() { id: reader }: Identity) {
    return this.desk.undelete(reader, id);
  }

  @Get(':id/history')
  @AnswersWith(viewHistorySchema, 'What a view has been.')
  history(@Param('id', { schema: viewIdSchema }) id: string, @Who() { id: reader }: Identity) {
    return this.desk.history(reader, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @AnswersWith(savedViewSchema, 'Makes a view what it has been.')
  restore(
    @Param('id', { schema: viewIdSchema }) id: string,
    @Body({ schema: restoreViewSchema }) { version }: RestoreView,
    @Who() { id: reader }: Identity,
  ) {
    return this.desk.restore(reader, id, version);
  }
}
