// Whether the address or the thread sanitizer watches the program: everything takes many times
// longer then, and memory beyond any limit.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // g++
#define RYTM_SANITIZED 1
#elif defined(__has_feature)  // clang
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RYTM_SANITIZED 1
#endif
#endif
#ifndef RYTM_SANITIZED
#define RYTM_SANITIZED 0
#endif
