import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerSchema,
  pageAnswerSchema,
  pageColumnsSchema,
  questionFrom,
  questionQuerySchema,
  type QuestionQuery,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import type { Request, Response } from 'express';
import { AnswersWith } from '../http/answers-with';
import { RequestId } from '../http/request-id';
import { ScopeOf } from '../http/scope-of';
import { inForms } from '../openapi/by-form';
import { PageAnswers } from './page-answers';
import { pageEnvelopeSchema, type PageEnvelope } from './page-envelope';
import { formOf, TYPE_OF } from './page-form';
import { sendable } from './send-page';

const FORMS = inForms({ [TYPE_OF.rows]: pageAnswerSchema, [TYPE_OF.columns]: pageColumnsSchema });

@ApiTags('answers')
@Controller()
export class AnswersController {
  constructor(private readonly answers: PageAnswers) {}

  @Get('answer')
  @AnswersWith(answerSchema, 'Answers one question.')
  answer(@Query({ schema: questionQuerySchema }) query: QuestionQuery, @ScopeOf() scope: Scope) {
    return this.answers.one(questionFrom(query), scope);
  }

  @Post('answers')
  @HttpCode(200)
  @AnswersWith(FORMS, 'Answers all questions of a page, each on its own, by row or, where that is asked for, by column.')
  async page(
    @Body({ schema: pageEnvelopeSchema }) { questions }: PageEnvelope,
    @ScopeOf() scope: Scope,
    @RequestId() requestId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const form = formOf(request);
    const { gzip } = await this.answers.page(questions, { scope, form, requestId });
    return sendable(gzip, form, { request, response });
  }
}
