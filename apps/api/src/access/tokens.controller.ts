import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { accountIdSchema, madeTokenSchema, type MakeToken, makeTokenSchema, tokensSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { type Identity } from './identity';
import { TokenDesk } from './token-desk';
import { Who } from './who';

@ApiTags('access')
@Controller('tokens')
export class TokensController {
  constructor(private readonly desk: TokenDesk) {}

  @Get()
  @AnswersWith(tokensSchema, 'Machines that may ask.')
  list() {
    return this.desk.list();
  }

  @Post()
  @HttpCode(200)
  @AnswersWith(madeTokenSchema, 'Makes a token for a machine; its text is told only once.')
  make(@Body({ schema: makeTokenSchema }) token: MakeToken, @Who() who: Identity) {
    return this.desk.make(token, who);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends what a machine may, at once.' })
  @ApiResponse({ status: 204, description: 'It works no more.' })
  revoke(@Param('id', { schema: accountIdSchema }) id: string) {
    return this.desk.revoke(id);
  }
}
