import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { problemSchema } from '@evenhand/contracts';
import type { z } from 'zod';

/** Documents a route: what it is for, what it answers, and that everything else is a problem. */
export const AnswersWith = (standardSchema: z.ZodType, summary: string, status = 200): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, standardSchema }),
    ApiResponse({ status: 'default', description: 'A problem, as application/problem+json.', standardSchema: problemSchema }),
  );
