#ifndef MAJLIS_CEXPAT_H
#define MAJLIS_CEXPAT_H

#include <expat.h>

#endif
