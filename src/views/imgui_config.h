// Dear ImGui's compile-time configuration (IMGUI_USER_CONFIG), the same natively and in the
// browser. Everything the views never show is left out: each kilobyte travels to every reader.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// Dear ImGui words nothing that is shown: imgui_absent.cc has the functions that would.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// It reads the version of GLSL by format, and settings, of which there are none.
#include <cstdio>
int ImScanNumber(const char* text, const char*, ...);
#define sscanf ImScanNumber

// WebGL 2 has no base vertex, so one draw list of a large dossier needs more than 65,536 vertices.
#define ImDrawIdx unsigned int
